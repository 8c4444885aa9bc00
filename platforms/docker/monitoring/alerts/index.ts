export { alertRules } from "./rules";
