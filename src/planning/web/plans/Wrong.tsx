/** What went wrong, for who listens and who looks. */
export function Wrong({ text }: { text: string | null }) {
  return text === null ? null : (
    <p className="err" role="alert">
      {text}
    </p>
  );
}
