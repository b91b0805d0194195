/** How the names of days begin, small letters, Monday first. */
export const WEEKDAY_BEGINNINGS: readonly (readonly string[])[] = [
  ["пн", "понед", "mon", "дүйш"],
  ["вт", "tue", "шейш"],
  ["ср", "wed", "шарш"],
  ["чт", "четв", "thu", "бейш"],
  ["пт", "пят", "пет", "fri", "жума"],
  ["сб", "субб", "съб", "sat", "ишемб"],
  ["вс", "воск", "нед", "sun", "жекш"],
];
