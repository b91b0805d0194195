import { countRu, numberRu } from "../src/foundation/count.ru.ts";

/** What the commands of the house say to the person who runs them. */
export const toolWords = {
  verify: {
    help: "npm run verify — типы, правила кода, вид текста, устройство дома и чистые правила. База данных не нужна.",
    steps: {
      types: "типы сервера и тестов",
      webTypes: "типы браузерной части",
      lint: "правила кода",
      format: "вид текста",
      rules: "устройство дома и чистые правила",
    },
    good: (step: string, ms: number) => `✓ ${step}: в порядке, ${seconds(ms)}`,
    bad: (step: string, ms: number) => `✗ ${step}: есть замечания, ${seconds(ms)}`,
    allGood: (ms: number) => `Всё в порядке, ${seconds(ms)}.`,
    someBad: (n: number, ms: number) => `${countRu(n, "проверка не прошла", "проверки не прошли", "проверок не прошло")}, ${seconds(ms)}. Что не так — выше.`,
    formatHint: "Привести вид текста в порядок: npm run format.",
  },
  requirements: {
    help: [
      "npm run requirements — какие требования доказаны последним полным прогоном тестов.",
      "  -- --json          одна строка JSON",
      "  -- --section MRK   только один раздел или один вид номеров",
      "  -- --missing       перечислить недоказанные",
    ].join("\n"),
    noRun: "Полного прогона тестов ещё не было: запустите npm test. Пока не доказано ни одно требование.",
    ranAt: (at: Date) => `Последний полный прогон тестов: ${at.toISOString().slice(0, 16).replace("T", " ")} UTC.`,
    section: (title: string, proven: number, all: number) => `${title}: доказано ${proven}, не доказано ${all - proven}`,
    total: (proven: number, all: number) => `Всего: доказано ${proven} из ${all}, не доказано ${all - proven}`,
    contradicted: (id: string) => `${id}: одни тесты прошли, другие нет, поэтому не доказано`,
    unknownId: (id: string, test: string) => `В таблице нет требования ${id}, а тест его называет: ${test}`,
    noSection: (name: string) => `Раздела ${name} в docs/requirements.md нет.`,
    brokenReport: (file: string) => `Отчёт прогона ${file} не читается: запустите npm test ещё раз.`,
    unknownOption: "Такого ключа нет.",
  },
  house: {
    help: "npm run house — области по порядку, файлы и строки по этажам (тесты после плюса) и на какие области каждая опирается.",
    uses: (areas: readonly string[]) => (areas.length > 0 ? `опирается на: ${areas.join(", ")}` : "ни на кого не опирается"),
    notBuilt: "ещё не построена",
    head: ["область", "файлы", "строки", "этажи: файлы/строки (+ тесты)"],
    total: (files: number, lines: number, tests: number) => `Всего файлов ${files}, строк ${lines}; тестов рядом с ними: строк ${tests}.`,
  },
};

function seconds(ms: number): string {
  return `${numberRu(ms / 1000, 1)} с`;
}
