import Type from "typebox";
import { Day, Id } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import { JOURNAL_KINDS } from "../../../regulation/rules/journal-kinds.ts";
import type { GROUP_ACTS } from "../../rules/group-acts.ts";
import { MADE_KINDS } from "../../rules/group-making.ts";

const defineRoute = routesOf<keyof typeof GROUP_ACTS>();

const Order = Type.String({ maxLength: 80, description: "number and date of the order, as the school writes them" });
const Kind = Type.Enum(JOURNAL_KINDS);

export const GroupPage = Type.Object({
  pageId: Id,
  kind: Kind,
  subject: Type.String(),
  leaders: Type.String(),
  usesMarks: Type.Union([Type.Boolean(), Type.Null()]),
});
export const GroupLine = Type.Object({
  groupId: Id,
  name: Type.String(),
  kind: Kind,
  pages: Type.Array(GroupPage),
  classes: Type.String(),
  /** Pupils of the day. */
  pupils: Type.Integer(),
});

export const groupsRoute = defineRoute({
  operationId: "groups",
  summary: "The groups of the year made by hand: electives, clubs, extended-day groups, associations, teaching at home",
  method: "GET",
  path: "/api/groups",
  act: "planning.group.read",
  response: Type.Object({
    today: Day,
    mayMake: Type.Boolean(),
    mayEnrol: Type.Boolean(),
    groups: Type.Array(GroupLine),
    staff: Type.Array(Type.Object({ personId: Id, name: Type.String() })),
    subjects: Type.Array(Type.String()),
  }),
  failures: ["access.not_permitted"],
});

export const GroupMember = Type.Object({
  pupilId: Id,
  name: Type.String(),
  /** Class of the day, or the school the pupil comes from. */
  className: Type.String(),
  from: Day,
  order: Type.String(),
  to: Type.Union([Day, Type.Null()]),
  leftOrder: Type.String(),
});

export const groupRoute = defineRoute({
  operationId: "group",
  summary: "A group with everyone who is or was in it, in the order of coming, and who may still come",
  method: "GET",
  path: "/api/groups/:groupId",
  act: "planning.group.read",
  params: Type.Object({ groupId: Id }),
  response: Type.Object({
    group: GroupLine,
    members: Type.Array(GroupMember),
    others: Type.Array(Type.Object({ pupilId: Id, name: Type.String(), className: Type.String() })),
  }),
  failures: ["planning.group_not_found", "access.not_permitted"],
});

const Lead = {
  subject: Type.String({ minLength: 1, maxLength: 120 }),
  leaderId: Id,
  weeklyHours: Type.Number({ minimum: 0, maximum: 60 }),
};

export const makeGroupRoute = defineRoute({
  operationId: "makeGroup",
  summary: "Makes a group of a kind with its page of the journal and its leader; an extended-day group gets a day of the journal for every school day",
  method: "POST",
  path: "/api/groups",
  act: "planning.group.make",
  body: Type.Object(
    {
      kind: Type.Enum(MADE_KINDS),
      name: Type.String({ minLength: 1, maxLength: 80 }),
      ...Lead,
      from: Day,
      /** Classes whose homeroom teachers read the page; those of the pupils who come are added. */
      classIds: Type.Optional(Type.Array(Id, { maxItems: 60, uniqueItems: true })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ groupId: Id, pageId: Id }),
  failures: [
    "access.not_permitted",
    "planning.group_exists",
    "planning.leader_unknown",
    "planning.day_outside_year",
    "planning.not_a_day",
    "planning.name_missing",
    "planning.no_year",
  ],
});

export const addGroupPageRoute = defineRoute({
  operationId: "addGroupPage",
  summary: "Adds one more subject with its own page and leader to a group (teaching at home has a page a subject)",
  method: "POST",
  path: "/api/groups/:groupId/pages",
  act: "planning.group.make",
  params: Type.Object({ groupId: Id }),
  body: Type.Object({ ...Lead, from: Day }, { additionalProperties: false }),
  response: Type.Object({ pageId: Id }),
  failures: [
    "access.not_permitted",
    "planning.group_not_found",
    "planning.leader_unknown",
    "planning.day_outside_year",
    "planning.not_a_day",
    "planning.name_missing",
  ],
});

export const setPageMarksRoute = defineRoute({
  operationId: "setPageMarks",
  summary: "Says whether a page has marks, apart from its kind; null: as the kind",
  method: "PUT",
  path: "/api/groups/:groupId/pages/:pageId/marks",
  act: "planning.group.make",
  params: Type.Object({ groupId: Id, pageId: Id }),
  body: Type.Object({ usesMarks: Type.Union([Type.Boolean(), Type.Null()]) }, { additionalProperties: false }),
  response: Type.Object({ usesMarks: Type.Union([Type.Boolean(), Type.Null()]) }),
  failures: ["access.not_permitted", "planning.group_not_found"],
});

export const enrolInGroupRoute = defineRoute({
  operationId: "enrolInGroup",
  summary: "Puts pupils into a group from a day on, by order; a pupil of another school is added by name",
  method: "POST",
  path: "/api/groups/:groupId/members",
  act: "planning.group.enrol",
  params: Type.Object({ groupId: Id }),
  body: Type.Object(
    {
      pupilIds: Type.Array(Id, { maxItems: 100, uniqueItems: true }),
      outside: Type.Optional(
        Type.Object(
          {
            surname: Type.String({ minLength: 1, maxLength: 80 }),
            givenName: Type.String({ minLength: 1, maxLength: 80 }),
            patronymic: Type.Optional(Type.String({ maxLength: 80 })),
            fromSchool: Type.String({ minLength: 1, maxLength: 120 }),
          },
          { additionalProperties: false },
        ),
      ),
      from: Day,
      order: Order,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ enrolled: Type.Integer() }),
  failures: [
    "access.not_permitted",
    "planning.group_not_found",
    "planning.pupil_not_found",
    "planning.nobody_named",
    "planning.order_missing",
    "planning.day_outside_year",
    "planning.not_a_day",
  ],
});

export const leaveGroupRoute = defineRoute({
  operationId: "leaveGroup",
  summary: "Takes a pupil out of a group with a last day and an order; the pupil's line stays",
  method: "POST",
  path: "/api/groups/:groupId/members/:pupilId/leave",
  act: "planning.group.enrol",
  params: Type.Object({ groupId: Id, pupilId: Id }),
  body: Type.Object({ lastDay: Day, order: Order }, { additionalProperties: false }),
  response: Type.Object({ lastDay: Day, order: Type.String() }),
  failures: [
    "access.not_permitted",
    "planning.group_not_found",
    "planning.not_a_member",
    "planning.order_missing",
    "planning.day_outside_year",
    "planning.not_a_day",
  ],
});
