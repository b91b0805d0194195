/** The base of a norm that a school took over from a preset: no paper of its own says it yet. */
export const takenRu = (preset: string) => ({ act: "Настройка школы", clause: `как в наборе ${preset}; своего акта об этом нет` });
