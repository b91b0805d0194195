/** SQL of the school year that a day belongs to, or the nearest: what is prepared in summer is for the coming one. $1 school, $2 day. */
export const YEAR_OF_DAY_SQL = `select y.* from timetable.school_year y where y.school_id = $1
  order by $2::date between y.starts_on and y.ends_on desc, least(abs(y.starts_on - $2::date), abs(y.ends_on - $2::date)) limit 1`;

/**
 * SQL of the school year that began last before a day or on it: it runs until the next begins, so that in summer its records are read.
 * No row before the first year. $1 school; `day` is the parameter or expression of the day, `what` the columns of `timetable.school_year`.
 */
export const yearBegunSql = (day: string, what = "year"): string =>
  `select ${what} from timetable.school_year where school_id = $1 and starts_on <= ${day} order by starts_on desc limit 1`;
