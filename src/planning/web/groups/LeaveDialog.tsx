import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { leaveGroupRoute } from "../../contract/groups/groups.ts";
import { groupWords as words } from "./groups-words.ru.ts";
import type { Deeds, Group } from "./use-groups.ts";

type Props = { groupId: number; member: Group["members"][number]; today: string; deeds: Deeds; onClose: () => void };

/** A pupil leaves the group with a last day and an order; the line stays in the list. */
export function LeaveDialog({ groupId, member, today, deeds, onClose }: Props) {
  const say = words.leave;
  const [lastDay, setLastDay] = useState(today);
  const [order, setOrder] = useState("");
  const save = () =>
    deeds.attempt(async () => {
      await call(leaveGroupRoute, { params: { groupId, pupilId: member.pupilId }, body: { lastDay, order } });
      return say.done(member.name, lastDay);
    });
  return (
    <FormDialog title={say.title(member.name)} submit={say.save} cancel={words.form.close} ready={lastDay !== ""} onSubmit={save} onClose={onClose}>
      <div className="two">
        <Field label={say.lastDay}>
          {(field) => <input className="input" {...field} type="date" value={lastDay} onChange={(event) => setLastDay(event.target.value)} />}
        </Field>
        <Field label={say.order}>
          {(field) => <input className="input" {...field} maxLength={80} value={order} onChange={(event) => setOrder(event.target.value)} />}
        </Field>
      </div>
    </FormDialog>
  );
}
