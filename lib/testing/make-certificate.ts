import { execFileSync } from "node:child_process";
import path from "node:path";

/** A key and a self-signed certificate for loopback, in `folder`: `tls.key` and `tls.pem`. */
export function makeCertificate(folder: string): void {
  execFileSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-days", "30", "-subj", "/CN=localhost"],
      ...["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
      ...["-keyout", path.join(folder, "tls.key"), "-out", path.join(folder, "tls.pem")],
    ],
    { stdio: "ignore" },
  );
}
