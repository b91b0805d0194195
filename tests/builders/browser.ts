import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { anApp } from "./app.ts";
import type { TestApp } from "./app.ts";
import type { Signed } from "./school.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };

/** The real server on a port with the built web app, and Chromium beside it. */
export type Site = TestApp & {
  base: string;
  browser: Browser;
  /** A browser of its own, signed in; errors of its pages fail the test through `faults`. */
  visitor: (who: Signed | null, size?: typeof DESK) => Promise<Visitor>;
  /** What any page complained of: uncaught errors, refused scripts. Network refusals are part of stories and do not count. */
  faults: string[];
};
export type Visitor = { context: BrowserContext; page: Page; open: (path: string) => Promise<Page>; close: () => Promise<void> };

/** Opens a site for a file of stories. */
export async function aSite(now: Date): Promise<Site> {
  if (!existsSync("dist/web/index.html")) throw new Error("the web app is not built: npm test builds it");
  const t = await anApp(now);
  const base = await t.app.listen({ host: "127.0.0.1", port: 0 });
  const browser = await chromium.launch({ executablePath: process.env["PARTA_CHROMIUM"] ?? "", args: FLAGS });
  const faults: string[] = [];
  return {
    ...t,
    base,
    browser,
    faults,
    visitor: async (who, size = DESK) => {
      const phone = size.width < 500;
      const context = await browser.newContext({
        viewport: size,
        locale: "ru-RU",
        timezoneId: "Europe/Simferopol",
        hasTouch: phone,
        isMobile: phone,
        reducedMotion: "reduce",
      });
      if (who) {
        const [name, value] = who.cookie.split("=") as [string, string];
        await context.addCookies([{ name, value, url: base, httpOnly: true, sameSite: "Lax" }]);
      }
      // for slow machines, never a measure
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (m) => {
        if (m.type() === "error" && !/Failed to load resource|ERR_INTERNET_DISCONNECTED|net::ERR/.test(m.text())) faults.push(m.text());
      });
      return { context, page, open: async (path) => (await page.goto(base + path), page), close: () => context.close() };
    },
    close: async () => {
      await browser.close();
      await t.close();
    },
  };
}

/** Refuses any violation that axe finds on the page as it stands (WCAG 2.0 to 2.2 A and AA, best practice). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(
      (v) =>
        `${v.id}: ${v.nodes
          .map((n) => n.target.join(" "))
          .slice(0, 3)
          .join("; ")}`,
    ),
  ).toEqual([]);
}

/** Waits until what is asked is so; the patience is for slow machines and never a measure. */
export async function until(what: () => Promise<boolean> | boolean, patience = 20_000): Promise<void> {
  for (const start = Date.now(); !(await what()); await new Promise((r) => setTimeout(r, 50))) {
    if (Date.now() - start > patience) throw new Error(`waited in vain: ${what.toString()}`);
  }
}
