// `npm run house`: draws the areas in their order.
import { drawingOf, type DrawnArea } from "../tests/house/drawing.ts";
import { readSources } from "../tests/house/source.ts";
import { toolWords } from "./tools.ru.ts";

const words = toolWords.house;

if (process.argv.includes("--help")) console.log(words.help);
else draw(drawingOf(readSources("src")));

function draw(areas: readonly DrawnArea[]): void {
  const rows = areas.map((each) => [each.area, ...(each.files === 0 ? ["", "", words.notBuilt] : [String(each.files), String(each.lines), floorsOf(each)])]);
  const table = [[...words.head], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  table.forEach((row, i) => {
    const [area = "", files = "", lines = "", floors = ""] = row;
    console.log(`${area.padEnd(widths[0] ?? 0)}  ${files.padStart(widths[1] ?? 0)}  ${lines.padStart(widths[2] ?? 0)}  ${floors}`.trimEnd());
    const drawn = areas[i - 1];
    if (drawn && drawn.files > 0) console.log(`${" ".repeat(widths.reduce((sum, width) => sum + width + 2, 0))}${words.uses(drawn.uses)}`);
  });
  const sum = (of: (area: DrawnArea) => number) => areas.reduce((total, area) => total + of(area), 0);
  console.log(
    words.total(
      sum(({ files }) => files),
      sum(({ lines }) => lines),
      sum(({ tests }) => tests),
    ),
  );
}

function floorsOf({ floors }: DrawnArea): string {
  const shown = [...floors].filter(([, { files, tests }]) => files > 0 || tests > 0);
  return shown.map(([name, { files, lines, tests }]) => `${name} ${files}/${lines}${tests > 0 ? ` (+${tests})` : ""}`).join(" · ");
}
