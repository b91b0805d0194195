/** How patronymics end, small letters. */
export const PATRONYMIC_ENDINGS: readonly string[] = ["вич", "вна", "ична", "инична", "ьич", "мич", "оглы", "кызы", "уулу", "улы"];
