/** The local OpenID Connect provider as a process, for the journeys: whoever comes to it is Grace. */
import { startIssuer } from "./issuer.ts";

const issuer = await startIssuer(Number(process.env.ISSUER_PORT), process.env.ISSUER_CLIENT_SECRET);
issuer.be({ sub: "grace", email: "grace@school.example", email_verified: true, name: "Grace" });
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void issuer.stop().then(() => process.exit(0)));
