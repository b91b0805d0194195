import { yearsRu } from "../../foundation/day.ru.ts";

/** Words of the commands about schools. */
export const SCHOOL_WORDS = {
  createHelp: `Создаёт школу с нормами выбранного набора.

  npm run parta -- school create --preset stakhanovo-2021 --name "Школа № 1"

  --preset ИМЯ      набор норм: bishkek-61-2022, chaikovsky-gymnasium-2023, kemerovo-creative-centre, simferopol-21-2020,
                    stakhanovo-2021, или свой файл my-school.json (как его написать: docs/regulations)
  --name НАЗВАНИЕ   название школы
  --timezone ПОЯС   часовой пояс, например Europe/Simferopol; без ключа берётся из набора
  --json            ответ для программ`,
  listHelp: `Показывает школы этой базы: номер, название, часовой пояс.

  npm run parta -- school list

  --json            ответ для программ`,
  created: (id: number, name: string) => `Школа создана: «${name}», её номер ${id}.`,
  createdNext: (id: number) => `Дальше: npm run parta -- import fet ФАЙЛ --school ${id}`,
  none: 'Школ ещё нет. Создайте: npm run parta -- school create --preset stakhanovo-2021 --name "Название"',
  line: (id: number, name: string, timezone: string, isDemo: boolean) => `${String(id).padStart(4)}  ${name}${isDemo ? " (учебный показ)" : ""}, ${timezone}`,
  nameTooLong: (longest: number) => `Название длиннее ${longest} знаков.`,
  schoolUnknown: (id: number) => `Школы с номером ${id} нет. Список: npm run parta -- school list`,
  whichSchool: (list: string) => `В какую школу? Назовите номер ключом --school или новую школу ключом --name. Школы:\n${list}`,
  allPlanned: (year: number, list: string) =>
    `У школ этой базы журнал на ${yearsRu(year)} год уже есть. Назовите новую школу ключом --name или другой год ключом --year. Школы:\n${list}`,
  nameAndSchool: "Ключи --school и --name вместе не пишут: школа либо есть, либо создаётся.",
  presetWithoutNew: "Ключи --preset и --timezone нужны только новой школе, вместе с --name.",
  nameless: "В файле не названа школа. Назовите её ключом --name.",
};
