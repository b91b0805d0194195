import { expect, test } from "vitest";
import { deviceName } from "./device-name.ts";

const AS_CHROME = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`Mozilla/5.0 (Linux; Android 14; K) ${AS_CHROME} Chrome/131.0.0.0 Mobile Safari/537.36`, "Chrome, Android"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${AS_CHROME} Chrome/130.0.0.0 YaBrowser/24.12.0.0 Safari/537.36`, "Yandex Browser, Windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${AS_CHROME} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`, "Edge, Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "Safari, iPhone"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox, Linux"],
  [`Mozilla/5.0 (X11; Linux x86_64) ${AS_CHROME} HeadlessChrome/156.0.0.0 Safari/537.36`, "Chrome, Linux"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", "Safari, macOS"],
  ["curl/7.88.1", "curl/7.88.1"],
  ["", ""],
  ["x".repeat(200), "x".repeat(60)],
])("%s", (userAgent, name) => expect(deviceName(userAgent)).toBe(name));
