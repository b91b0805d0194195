import { DEMO_PASSWORD } from "../access/rules/demo.ts";

/** What the program says on the terminal when it starts. */
export const WORDS = {
  makingDemo: "Школы ещё нет: делаю учебную, это займёт несколько секунд.",
  noSchool: 'Школы ещё нет. Создайте её: npm run parta -- school create --preset stakhanovo-2021 --name "Название школы"',
  noDemo: "учебная школа не получилась, причина выше.",
  ready: (address: string) => `Парта готова: ${address}`,
  demoHead: `Учебный показ, пароль у всех один: ${DEMO_PASSWORD}`,
  demoLine: ({ login, label, detail }: { login: string; label: string; detail: string }) => `  ${login.padEnd(12)} ${label}${detail ? `, ${detail}` : ""}`,
  portTaken: (port: number) => `Порт ${port} занят другой программой: остановите её или задайте другой в PORT.`,
  portForbidden: (port: number) => `Порт ${port} открыть нельзя: для номеров до 1024 нужны права администратора, задайте другой в PORT.`,
  hostUnknown: (host: string) => `Адреса «${host}» на этой машине нет: исправьте HOST.`,
  notStarted: (why: string) => `Парта не запустилась: ${why}`,
};
