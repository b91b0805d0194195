/** Words of `access issue`. */
export const ISSUE_WORDS = {
  help: `Выдаёт логины и пароли людям школы, у которых доступа ещё нет. Уже выданные не меняются.

  npm run parta -- access issue --school N --who staff --out доступ.csv

  --school N       номер школы; без ключа берётся единственная
  --who КОМУ       staff (сотрудникам), pupils (ученикам), guardians (родителям) или номер человека; без ключа всем
  --out ФАЙЛ       куда записать логины и пароли; такого файла ещё не должно быть
  --json           ответ для программ

Пароли есть только в этом файле, читать его может только тот, кто запустил команду. Раздайте и удалите.`,
  whoWrong: (value: string) => `«--who ${value}»: бывает staff, pupils, guardians или номер человека.`,
  fileExists: (path: string) => `Файл «${path}» уже есть. Назовите другой: пароли в нём могут быть ещё нужны.`,
  fileNotMade: (path: string) => `Файл «${path}» не создаётся: проверьте папку и права.`,
  nobody: "Выдавать некому: у всех доступ уже есть. Файл не создан.",
  progress: (done: number, of: number) => `Готовлю пароли: ${done} из ${of}`,
  done: (n: number, path: string) => `Доступ выдан: ${n}. Логины и пароли в файле «${path}», больше их нигде нет.`,
  fileKept: (path: string) => `Файл «${path}» оставлен: если доступ всё же записан, пароли в нём верны. Проверьте, повторив команду с другим файлом.`,
  header: ["Кто", "Должность, класс, ребёнок", "Фамилия", "Имя", "Отчество", "Логин", "Пароль"],
  kinds: { staff: "сотрудник", pupil: "ученик", guardian: "родитель" },
};

const steps = { school: "школы", week: "недели" };

/** Words of `seed`. */
export const SEED_WORDS = {
  help: `Делает выдуманные школы с заполненным журналом, для проб и замеров. Одинаковые ключи дают одинаковые школы.

  npm run parta -- seed --schools 1 --pupils 1000 --weeks 5

  --schools N      сколько школ, без ключа 1
  --pupils N       учеников в каждой, без ключа 300
  --weeks N        сколько учебных недель до этой заполнить, без ключа 5
  --random N       число, от которого зависят имена и отметки, без ключа 1
  --json           ответ для программ`,
  notInProduction: "NODE_ENV=production: выдуманные школы с известным паролем здесь не делаются. Ничего не создано.",
  progress: (step: "school" | "week", done: number, of: number) => `Готово, ${steps[step]}: ${done} из ${of}`,
  school: (s: { schoolId: number; name: string; preset: string; classes: number; pupils: number; staff: number; lessons: number; marks: number }) =>
    `${s.schoolId}  ${s.name} (${s.preset}): классов ${s.classes}, учеников ${s.pupils}, сотрудников ${s.staff}, уроков ${s.lessons}, отметок ${s.marks}.`,
};
