import { handleAuth } from "@/lib/server/auth.ts";

/** Where the OpenID Connect provider sends people back to. Signing in starts from a server action, never from here. */
export { handleAuth as GET };
