import type { Field, PeopleKind, StaffRole } from "./people-record.ts";

/** Names of the files without the ending. */
export const FILE_NAMES: Record<PeopleKind, readonly string[]> = {
  pupils: ["pupils", "students", "ученики", "обучающиеся", "учащиеся"],
  guardians: ["guardians", "parents", "родители", "законные представители"],
  staff: ["staff", "teachers", "сотрудники", "учителя"],
};

/** Titles of columns as `headerKey` leaves them: small letters, «е» for «ё». */
export const TITLES: Record<Field, readonly string[]> = {
  fullName: ["фио", "ф и о", "ф.и.о", "полное имя", "фамилия имя отчество", "фамилия, имя, отчество", "full name"],
  surname: ["фамилия", "surname", "last name", "family name"],
  givenName: ["имя", "given name", "first name", "name"],
  patronymic: ["отчество", "patronymic", "middle name"],
  birthOn: ["дата рождения", "день рождения", "д.р", "др", "родился", "birth date", "date of birth", "birthday", "born"],
  className: ["класс", "class"],
  personalNo: ["личный номер", "номер личного дела", "личное дело", "№ личного дела", "personal number", "personal no"],
  groups: ["группы", "группа", "подгруппы", "подгруппа", "groups", "group"],
  personnelNo: ["табельный номер", "таб. номер", "таб.номер", "таб. №", "табельный №", "personnel number", "personnel no", "staff number"],
  phone: ["телефон", "тел", "мобильный", "мобильный телефон", "сотовый", "контактный телефон", "phone", "mobile"],
  position: ["должность", "position", "post"],
  roles: ["роли", "роль", "roles", "role"],
  subjects: ["предметы", "предмет", "преподаваемые предметы", "subjects", "subject"],
  homeroomOf: ["классное руководство", "классный руководитель", "классный руководитель класса", "homeroom", "homeroom class"],
  child: ["ученик", "ученица", "обучающийся", "ребенок", "фио ученика", "фио ребенка", "ученик (фио)", "child", "pupil", "student"],
  childClass: ["класс", "класс ученика", "класс ребенка", "class", "child class", "pupil class"],
  childNo: ["личный номер ученика", "личный номер ребенка", "личный номер", "номер личного дела", "child number", "pupil number", "personal number"],
  relation: ["степень родства", "родство", "кем приходится", "кто", "представительство", "relation", "relationship"],
};

/** Words for roles, as `headerKey` leaves them; also written as the codes themselves. */
export const ROLE_WORDS: Record<StaffRole, readonly string[]> = {
  director: ["директор", "и.о. директора"],
  deputy_studies: ["завуч", "заместитель директора", "зам. директора", "зам. директора по увр", "заместитель директора по увр", "deputy"],
  journal_admin: ["администратор", "администратор эж", "администратор журнала", "admin"],
  secretary: ["секретарь"],
  nurse: ["медсестра", "медицинская сестра", "фельдшер", "медицинский работник"],
  social_pedagogue: ["социальный педагог", "соцпедагог"],
  homeroom_teacher: ["классный руководитель", "кл. руководитель"],
  subject_teacher: ["учитель", "учитель-предметник", "предметник", "преподаватель", "педагог", "teacher"],
};

/** Latin letters that a keyboard puts into the name of a class instead of the Cyrillic ones they look like. */
export const LOOKALIKES: Record<string, string> = {
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  K: "К",
  M: "М",
  O: "О",
  P: "Р",
  T: "Т",
  X: "Х",
  Y: "У",
};
