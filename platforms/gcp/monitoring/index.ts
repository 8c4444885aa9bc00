export { cloudMonitoring } from "./watch";
