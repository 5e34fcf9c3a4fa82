import type messages from "../../messages/en.json";

/** The interface strings as types: a key that is not in the catalogue does not compile. */
export type Messages = typeof messages;

declare module "next-intl" {
  interface AppConfig {
    Messages: Messages;
  }
}
