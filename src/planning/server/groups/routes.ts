import { bind } from "../../../foundation/serve.ts";
import type { Bound } from "../../../foundation/serve.ts";
import {
  addGroupPageRoute,
  enrolInGroupRoute,
  groupRoute,
  groupsRoute,
  leaveGroupRoute,
  makeGroupRoute,
  setPageMarksRoute,
} from "../../contract/groups/groups.ts";
import { journalKindsRoute, setJournalKindRoute } from "../../contract/groups/journal-kinds.ts";
import { enrolInGroup, leaveGroup } from "./enrol-in-group.ts";
import { journalKinds, setJournalKind, setPageMarks } from "./journal-kinds.ts";
import { addGroupPage, makeGroup } from "./make-group.ts";
import { group, groups } from "./read-groups.ts";

export const GROUP_ROUTES: readonly Bound[] = [
  bind(groupsRoute, groups),
  bind(groupRoute, group),
  bind(makeGroupRoute, makeGroup),
  bind(addGroupPageRoute, addGroupPage),
  bind(setPageMarksRoute, setPageMarks),
  bind(enrolInGroupRoute, enrolInGroup),
  bind(leaveGroupRoute, leaveGroup),
  bind(journalKindsRoute, journalKinds),
  bind(setJournalKindRoute, setJournalKind),
];
