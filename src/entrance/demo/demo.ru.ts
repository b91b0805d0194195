/** Words of the demo school. */
export const DEMO_SCHOOL = "Школа № 12 г. Приречного";
export const LABELS = {
  teacher: "Учитель-предметник",
  homeroom: "Классный руководитель",
  deputy: "Завуч",
  director: "Директор",
  admin: "Администратор журнала",
  secretary: "Секретарь",
  pupil: "Ученик",
  parent: "Родитель",
} as const;
export const teaches = (name: string, subject: string, classes: string) => `${name} · ${subject}, ${classes}`;
export const caresFor = (name: string, className: string) => `${name} · класс ${className}`;
export const learns = (name: string, className: string) => `${name}, ${className}`;
export const hasChildren = (name: string, children: readonly string[]) => `${name} · дети: ${children.join(" и ")}`;
