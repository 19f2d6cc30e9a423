"""The same questions as bin/bench/policy.ts, answered by python3-stem: JSON on stdin, JSON on stdout, CPU seconds."""
import json
import sys
import time

from stem.exit_policy import ExitPolicy, MicroExitPolicy

# stem keeps the last answers in an LRU cache; the questions here are all different, so it is measured without.
can_exit_to = ExitPolicy.can_exit_to.__wrapped__


def cpu(work):
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def checks(policy, targets):
    return [can_exit_to(policy, ip, port) for ip, port in targets]


def best(work, rounds):
    return min(cpu(work)[1] for _ in range(rounds))


def read(lines):
    policy = ExitPolicy(*lines)
    policy._get_rules()
    return policy


def main():
    asked = json.load(sys.stdin)
    out = {"checks": {}, "answers": {}}
    for name, lines in asked["policies"].items():
        policy = ExitPolicy(*lines)
        checks(policy, asked["targets"][:50])
        answers, seconds = cpu(lambda: checks(policy, asked["targets"]))
        out["answers"][name] = answers
        out["checks"][name] = len(answers) / seconds
    # stem reads the rules on first use; that is part of parsing.
    full, seconds = cpu(lambda: [read(lines) for lines in asked["full"]])
    out["parse"] = len(full) / seconds
    summaries = {text: MicroExitPolicy(text) for text in set(asked["summaries"])}
    entries = [summaries[text] for text in asked["summaries"]]
    ip, port = asked["target"]
    out["full"] = [can_exit_to(policy, ip, port) for policy in full]
    out["full_ms"] = 1000 * best(lambda: [can_exit_to(policy, ip, port) for policy in full], 3)
    out["summary"] = [can_exit_to(policy, ip, port) for policy in entries]
    out["summary_ms"] = 1000 * best(lambda: [can_exit_to(policy, ip, port) for policy in entries], 3)
    json.dump(out, sys.stdout)


main()
