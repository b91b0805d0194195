/** The name of the bells made from the hours of a FET file. */
export const BELLS_OF_FET = "Звонки из файла FET";
