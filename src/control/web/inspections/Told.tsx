/** What came out of the last deed, spoken too. */
export function Told({ told }: { told: { text: string; isNo: boolean } | null }) {
  return (
    <p className={told?.isNo ? "err" : "soft"} role={told?.isNo ? "alert" : "status"}>
      {told?.text}
    </p>
  );
}
