export { dashboard, dashboardUid } from "./dashboard";
export { sources } from "./panel";
