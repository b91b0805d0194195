/** Words of `npm run bench`; figures for scripts come as JSON with `--json`. */
export const benchWords = {
  help: `npm run bench [-- ИМЯ …] [--json] [--seconds N] [--school-pupils N]
  Измеряет программу рядом с мерилом в одном прогоне: тот же JSON голым запросом pg за голым node:http,
  а для сохранения — одна вставленная строка с фиксацией. Измеряемые идут попеременно по секунде.

  ИМЯ                journal-open, mark-save, diary-week, idle-memory, second-start, grid, duties; без имён все
  --json             по строке JSON на цифру, остальное в поток ошибок
  --seconds N        сколько секунд мерить каждую сторону (10)
  --school-pupils N  учеников в засеянной школе (1000)
  --schools N,M      сколько школ в базе измерения duties (1,30): каждая в конце учебного года`,
  unknown: (name: string) => `Нет такого измерения: ${name}`,
  badNumber: (option: string) => `После --${option} нужно целое число больше нуля`,
  madeFor: (f: {
    pupils: number;
    lessons: number;
    marks: number;
    absences: number;
    version: string;
    node: string;
    cpu: string;
    cores: number;
    memory: number;
    load: number;
  }) =>
    `Школа: учеников ${f.pupils}, уроков ${f.lessons}, отметок ${f.marks}, пропусков ${f.absences}. PostgreSQL ${f.version}, Node ${f.node}, ${f.cpu}, ядер ${f.cores}, памяти ${f.memory} ГБ, загрузка ${f.load.toFixed(2)}`,
  pages: (n: number, lessons: string, pupils: string, filled: string) =>
    `journal-open: страниц ${n}, уроков ${lessons}, учеников ${pupils}, отметок и пропусков ${filled}`,
  dutiesOf: (schools: number, lessons: number, load: number) => `duties: школ ${schools}, в каждой уроков за год ${lessons}; загрузка ${load.toFixed(2)}`,
  head: ["измерение", "цифра", "соединений", "значение", "мерило", "во сколько раз"] as const,
  different: (path: string) => `Ответы программы и мерила различаются: ${path}`,
};
