import Handlebars from "handlebars";
import { LETTER_LANGUAGE } from "./letter-language.ts";

type Placed = { code: string; text: string; line: number; column: number };
type Statement = hbs.AST.Statement;

const MAX_STATEMENTS = 2000;
const MAX_DEPTH = 12;

/**
 * Is this text within the language of `LETTER_LANGUAGE`? Read from the syntax tree, so that what is not on the list
 * (loops, partials, raw access, decorators) never reaches the compiler. Line and column count from 1.
 */
export function checkBody(body: string): Placed[] {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(body);
  } catch (error) {
    return [syntaxProblem(error)];
  }
  const count = { left: MAX_STATEMENTS };
  return checkStatements(program.body, 0, count);
}

/** Handlebars says "Parse error on line 3:" with a picture, or "... - 3:14". */
function syntaxProblem(error: unknown): Placed {
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/ line (\d{1,6})/.exec(message)?.[1] ?? / - (\d{1,6}):/.exec(message)?.[1]);
  const pointer = message.split("\n").find((part) => /^-*\^$/.test(part));
  const column = Number(/ - \d{1,6}:(\d{1,6})/.exec(message)?.[1] ?? pointer?.length ?? 1);
  return {
    code: "template-syntax",
    text: "The braces here cannot be read; each {{#guard}} needs its {{/guard}}.",
    line: line || 1,
    column: column || 1,
  };
}

function checkStatements(body: Statement[], depth: number, count: { left: number }): Placed[] {
  return body.flatMap((statement) => {
    count.left -= 1;
    if (count.left < 0 || depth > MAX_DEPTH)
      return count.left === -1 || depth > MAX_DEPTH
        ? [placed(statement, "The template is too large or its guards are nested too deep.")]
        : [];
    return checkStatement(statement, depth, count);
  });
}

function checkStatement(statement: Statement, depth: number, count: { left: number }): Placed[] {
  if (statement.type === "ContentStatement" || statement.type === "CommentStatement") return [];
  if (statement.type === "MustacheStatement")
    return checkCall(statement as hbs.AST.MustacheStatement, false);
  if (statement.type === "BlockStatement") {
    const block = statement as hbs.AST.BlockStatement;
    return [
      ...checkCall(block, true),
      ...checkStatements(block.program?.body ?? [], depth + 1, count),
      ...checkStatements(block.inverse?.body ?? [], depth + 1, count),
    ];
  }
  return [placed(statement, "Partials and decorators are not part of the template language.")];
}

function checkCall(
  call: hbs.AST.MustacheStatement | hbs.AST.BlockStatement,
  block: boolean,
): Placed[] {
  const name =
    call.path.type === "PathExpression"
      ? String((call.path as hbs.AST.PathExpression).original)
      : "?";
  const helper = Object.hasOwn(LETTER_LANGUAGE, name) ? LETTER_LANGUAGE[name] : undefined;
  if (!helper || helper.block !== block) return [placed(call, unknownCall(name, block))];
  if (
    (call.hash?.pairs.length ?? 0) > 0 ||
    call.params.length === 0 ||
    call.params.length > helper.most
  )
    return [placed(call, `${name} takes 1 to ${helper.most} names in quotes.`)];
  return call.params
    .filter((param) => !isAllowedName(param, helper.names))
    .map((param) => placed(param, `${name} does not know ${shown(param)}.`));
}

function unknownCall(name: string, block: boolean): string {
  const words = Object.keys(LETTER_LANGUAGE).filter(
    (word) => LETTER_LANGUAGE[word]?.block === block,
  );
  return `Nothing is called ${name.slice(0, 40)} here; use ${words.join(", ")}.`;
}

function isAllowedName(param: hbs.AST.Expression, names: readonly string[] | RegExp): boolean {
  if (param.type !== "StringLiteral") return false;
  const { value } = param as hbs.AST.StringLiteral;
  return names instanceof RegExp ? names.test(value) : names.includes(value);
}

function shown(param: hbs.AST.Expression): string {
  return param.type === "StringLiteral"
    ? `"${(param as hbs.AST.StringLiteral).value.slice(0, 40)}"`
    : "this; write the name in quotes";
}

function placed(node: hbs.AST.Node, text: string): Placed {
  const start = node.loc?.start;
  return {
    code: "template-language",
    text,
    line: start?.line ?? 1,
    column: (start?.column ?? 0) + 1,
  };
}
