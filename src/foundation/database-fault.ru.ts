/** What is said when the PostgreSQL of DATABASE_URL does not fit. */
export const databaseWords = {
  tooOld: (version: string) => `DATABASE_URL: там PostgreSQL ${version}, а нужен 15–18.`,
  notUtf8: (encoding: string) =>
    `DATABASE_URL: база в кодировке ${encoding}, а нужна UTF8: создайте другую (create database parta encoding 'UTF8' template template0).`,
  mayNotCreateRoles: (user: string) =>
    `DATABASE_URL: пользователю «${user}» нельзя создавать роли, а Parta работает под своей ролью parta_app: дайте ему это право (alter role "${user}" createrole). Ничего не изменено.`,
  roleNotGranted: (user: string) =>
    `DATABASE_URL: роль parta_app в этом PostgreSQL уже есть, но пользователю «${user}» не дана: дайте её от имени администратора (grant parta_app to "${user}"). Ничего не изменено.`,
  mayNotCreateSchemas: (user: string) =>
    `DATABASE_URL: пользователю «${user}» нельзя создавать схемы в этой базе: сделайте его владельцем базы. Ничего не изменено.`,
  noAnswer: "DATABASE_URL: PostgreSQL по этому адресу не отвечает: проверьте адрес и запущен ли он.",
  noEntry: "DATABASE_URL: PostgreSQL не пускает с этим именем и паролем: проверьте их и pg_hba.conf.",
  noDatabase: "DATABASE_URL: такой базы нет: создайте её (create database) или исправьте адрес.",
  changed: (name: string) => `Обновление базы ${name} уже применено, а его файл с тех пор изменён: верните файлы программы как были.`,
};
