import { cookies } from "next/headers";
import { SiteFooter } from "@/components/site/footer.tsx";
import { SiteHeader } from "@/components/site/header.tsx";
import { readTheme, themeCookie } from "@/components/site/theme-cookie.ts";
import { readInstance } from "@/lib/server/instance.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { chooseTheme } from "./actions.ts";

/**
 * The frame of every page but the study shell: header with the places, the page, footer.
 * Pages live in this group, so their address does not show it. Dynamic, as it reads cookies.
 */
export default async function SiteLayout({ children }: LayoutProps<"/[locale]">) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  return (
    <div data-theme={theme === "system" ? undefined : theme} className="flex min-h-dvh flex-col">
      <SiteHeader viewer={await currentViewer()} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-page grow px-4 pt-6 pb-16 md:pt-10 print:max-w-none print:px-0 print:pt-0 print:pb-0"
      >
        {children}
      </main>
      <SiteFooter name={(await readInstance()).name} theme={theme} chooseTheme={chooseTheme} />
    </div>
  );
}
