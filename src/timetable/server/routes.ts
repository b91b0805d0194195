import { bind } from "../../foundation/serve.ts";
import { bellsRoute, chooseBellsRoute, setBellsRoute } from "../contract/bells.ts";
import { lessonsOfDayRoute, substitutesForRoute } from "../contract/lessons-of-day.ts";
import { freePlacesRoute } from "../contract/move-lesson.ts";
import { setLongHomeworkRoute } from "../contract/set-subject.ts";
import { lessonsToTakeRoute } from "../contract/take-lesson.ts";
import { timetableChangesRoute } from "../contract/timetable-changes.ts";
import { bells } from "./bells/bells.ts";
import { chooseBells } from "./bells/choose-bells.ts";
import { setBellsOfSchool } from "./bells/set-bells-of-school.ts";
import { lessonsOfDay } from "./lessons-of-day.ts";
import { freePlaces } from "./places/free-places.ts";
import { substitutesFor } from "./substitutes-for.ts";
import { lessonsToTake } from "./substitutions/lessons-to-take.ts";
import { timetableChanges } from "./timetable-changes.ts";
import { setLongHomework } from "./week/set-long-homework.ts";

/** `changeLesson` and `swapLessons` stand in the journal's list. */
export const TIMETABLE_ROUTES = [
  bind(lessonsOfDayRoute, lessonsOfDay),
  bind(substitutesForRoute, substitutesFor),
  bind(timetableChangesRoute, timetableChanges),
  bind(lessonsToTakeRoute, lessonsToTake),
  bind(setLongHomeworkRoute, setLongHomework),
  bind(freePlacesRoute, freePlaces),
  bind(bellsRoute, bells),
  bind(setBellsRoute, setBellsOfSchool),
  bind(chooseBellsRoute, chooseBells),
];
