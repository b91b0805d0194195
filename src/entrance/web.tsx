import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../foundation/ui/tokens.css";
import { App } from "./App.tsx";

const place = document.getElementById("app");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
