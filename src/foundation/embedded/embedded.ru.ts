/** Sentences about the embedded database for the person who starts Parta. */
export const embeddedWords = {
  noBinaries: (platform: string) => `Встроенной базы для «${platform}» нет: задайте DATABASE_URL с адресом PostgreSQL 15–18.`,
  brokenBinaries: (reason: string) => `Встроенная база не запускается (${reason}): удалите папку node_modules и повторите, или задайте DATABASE_URL.`,
  notOurFolder: (folder: string) => `Папка «${folder}» принадлежит другому пользователю: запустите Parta от него или задайте другую папку в PARTA_DATA.`,
  notWritable: (folder: string) => `В папку с данными «${folder}» нельзя писать: исправьте права или задайте другую папку в PARTA_DATA.`,
  notReachable: (user: string, folder: string) =>
    `Пользователь «${user}», от которого работает база, не может войти в «${folder}»: перенесите Parta, например, в /opt или /srv.`,
  otherVersion: (folder: string, version: string, wanted: number) =>
    `База в «${folder}» создана PostgreSQL ${version}, а нужна ${wanted}: перенесите данные через parta backup и parta restore.`,
  initFailed: (log: string) => `Создать базу не удалось; подробности в файле «${log}».`,
  startFailed: (log: string) => `База не запустилась; подробности в файле «${log}».`,
  startTooLong: (log: string) => `База так и не стала готовой; подробности в файле «${log}».`,
  stopFailed: (pid: number) => `Прежний процесс базы ${pid} не останавливается: остановите его и запустите Parta снова.`,
  noAnswer: (pid: number) => `База уже запущена другим процессом Parta (${pid}), но не отвечает: остановите его и повторите.`,
  locked: (file: string) => `Другой процесс Parta слишком долго запускает базу (занят «${file}»): остановите его и повторите.`,
  noPassword: (file: string) => `Пропал файл с паролем базы «${file}»: верните его из резервной копии.`,
};
