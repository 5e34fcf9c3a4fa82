import { getTranslations } from "next-intl/server";
import type { Messages } from "@/lib/i18n/messages.ts";

type Problem = keyof Messages["account"]["problems"];

/** Says the problems of the forms about accounts: by field and code, else by code, else that it was not understood. */
export async function words(): Promise<(field: string, code: string, number: number) => string> {
  const t = await getTranslations("account.problems");
  return (field, code, number) => {
    const key = [`${field}-${code}`, code, "other"].find((each) => t.has(each as Problem)) as Problem;
    return t(key, { minutes: number });
  };
}
