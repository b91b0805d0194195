/** What a norm names as its act when the school sets it on the screen. */
export const OWN_ACT = { act: "Настройка школы", clause: "виды журналов" } as const;
