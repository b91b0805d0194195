/** What stands for a clause where the acts of a school say nothing and the product chose the value. */
export const ACTS_ARE_SILENT = "акты школы молчат";
