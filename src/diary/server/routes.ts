import { bind, bindEvents } from "../../foundation/serve.ts";
import { diaryEventsRoute, diaryWeekRoute } from "../contract/diary-week.ts";
import { diaryEvents, diaryWeek } from "./diary-week.ts";

export const DIARY_ROUTES = [bind(diaryWeekRoute, diaryWeek), bindEvents(diaryEventsRoute, diaryEvents)];
