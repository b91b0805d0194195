/** An order as a paper names it: «Приказ № 84-о от 28.08.2026». */
export const orderRu = (number: string, day: string): string => `Приказ № ${number} от ${day.split("-").reverse().join(".")}`;
