/** One sentence per variable of the environment: what is wrong and what it wants. Secrets are never repeated. */
export const configWords = {
  HOST: (value: string) => `HOST: «${value}» — не адрес: нужен IP-адрес или имя узла, например 127.0.0.1.`,
  PORT: (value: string) => `PORT: «${value}» — не номер порта: нужно целое число от 0 до 65535.`,
  PARTA_DATA: (value: string) => `PARTA_DATA: «${value}» — не путь к папке с данными.`,
  DATABASE_URL: () => "DATABASE_URL: это не адрес базы PostgreSQL: нужен вид postgres://имя:пароль@узел:порт/база.",
  PARTA_PUBLIC_URL: (value: string) =>
    `PARTA_PUBLIC_URL: «${value}» — не адрес сайта: нужен вид https://journal.school.example без пути и вопросительного знака.`,
  SMTP_URL: () => "SMTP_URL: это не адрес почтового сервера: нужен вид smtp://имя:пароль@узел:порт или такой же с smtps://.",
  PARTA_LOG: (value: string, known: readonly string[]) => `PARTA_LOG: «${value}» — неизвестная подробность журнала: бывает ${known.join(", ")}.`,
  NODE_ENV: (value: string, known: readonly string[]) => `NODE_ENV: «${value}» — неизвестный режим: бывает ${known.join(", ")}.`,
};
