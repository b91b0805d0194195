import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { leaveGroupRoute } from "../../contract/groups/groups.ts";
import { groupWords as words } from "./groups-words.ru.ts";
import type { Deeds, Group } from "./use-groups.ts";

type Props = { groupId: number; member: Group["members"][number]; today: string; deeds: Deeds; onClose: () => void };

/** A pupil leaves the group with a last day and an order; the line stays in the list. */
export function LeaveDialog({ groupId, member, today, deeds, onClose }: Props) {
  const say = words.leave;
  const [lastDay, setLastDay] = useState(today);
  const [order, setOrder] = useState("");
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    const done = await deeds.run(async () => {
      await call(leaveGroupRoute, { params: { groupId, pupilId: member.pupilId }, body: { lastDay, order } });
      return say.done(member.name, lastDay);
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={say.title(member.name)}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {words.form.close}
          </button>
          <button className="btn primary" type="submit" form="leave-group" disabled={deeds.busy || lastDay === ""}>
            {say.save}
          </button>
        </>
      }
    >
      <form
        id="leave-group"
        className="group-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="two">
          <div className="field">
            <label htmlFor="l-day">{say.lastDay}</label>
            <input className="input" id="l-day" type="date" value={lastDay} onChange={(event) => setLastDay(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor="l-order">{say.order}</label>
            <input className="input" id="l-order" maxLength={80} value={order} onChange={(event) => setOrder(event.target.value)} />
          </div>
        </div>
        {tried && deeds.told?.isNo && (
          <p className="err" role="alert">
            {deeds.told.text}
          </p>
        )}
      </form>
    </Dialog>
  );
}
