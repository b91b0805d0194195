/** The password of every sign-in of the demo school; such accounts exist only in a school marked as demo. */
export const DEMO_PASSWORD = "parta-demo";
