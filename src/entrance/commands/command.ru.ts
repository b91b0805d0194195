/** What the command line says of itself and of words it did not understand. */
export const COMMAND_WORDS = {
  usage: `Парта: команды для школы

  school create --preset ИМЯ --name "Название"   создать школу
  school list                                    показать школы
  import fet ФАЙЛ                                загрузить расписание из FET
  import csv ПАПКА                               загрузить учеников, родителей, сотрудников из таблиц
  access issue --school N --out ФАЙЛ             выдать логины и пароли тем, у кого их нет
  seed --schools N --pupils N --weeks N          сделать выдуманные школы для проб и замеров

Подробно о команде: npm run parta -- import fet --help
Команды работают и при запущенной Парте, и без неё.`,
  unknownCommand: (name: string) => `Команды «${name}» нет. Список команд: npm run parta -- --help`,
  unknownOption: (option: string, command: string) => `Ключа «${option}» у команды «${command}» нет. Ключи: npm run parta -- ${command} --help`,
  optionWithoutValue: (option: string) => `После «${option}» нужно значение.`,
  optionWithValue: (option: string) => `У «${option}» значения не бывает.`,
  optionMissing: (option: string, command: string) => `Не хватает «--${option}». Как писать: npm run parta -- ${command} --help`,
  tooManyWords: (word: string) => `Лишнее слово «${word}». Если в названии есть пробелы, возьмите его в кавычки.`,
  notANumber: (option: string, value: string, from: number, to: number) => `«--${option} ${value}»: нужно целое число от ${from} до ${to}.`,
  emptyOption: (option: string) => `После «--${option}» пустое значение.`,
  ourFault: (message: string) => `Не получилось по нашей вине, ничего не изменено: ${message}`,
  databaseAway: (message: string) => `База данных не отвечает: ${message}. Ничего не изменено.`,
  brokenOff: "Прервано. Незаконченное не записано.",
  noFile: (path: string) => `Файла «${path}» нет.`,
  noFolder: (path: string) => `Папки «${path}» нет.`,
  notAFile: (path: string) => `«${path}» не файл.`,
  notAFolder: (path: string) => `«${path}» не папка.`,
  notReadable: (path: string) => `«${path}» не читается: нет прав или диск не отвечает.`,
  fileTooLarge: (path: string, mb: number) => `Файл «${path}» больше ${mb} МБ: это не похоже на школьные данные.`,
};
