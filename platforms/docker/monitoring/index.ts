export { monitoringPrograms } from "./watch";
