/** What the norm of alarming absence names as its act when the school sets it on the screen. */
export const OWN_ALARM = { act: "Настройка школы", clause: "посещаемость" } as const;
