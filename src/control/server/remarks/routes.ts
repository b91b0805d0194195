import { bind } from "../../../foundation/serve.ts";
import {
  acceptRemarkRoute,
  fixRemarkRoute,
  myRemarksRoute,
  pageRemarksRoute,
  remarkRoute,
  remarksRoute,
  returnRemarkRoute,
  setRemarkRoute,
} from "../../contract/remarks/remarks.ts";
import { myRemarks, pageRemarks, remark, remarks } from "./read-remarks.ts";
import { setRemark } from "./set-remark.ts";
import { acceptRemark, fixRemark, returnRemark } from "./step-remark.ts";

export const REMARK_ROUTES = [
  bind(myRemarksRoute, myRemarks),
  bind(remarksRoute, remarks),
  bind(pageRemarksRoute, pageRemarks),
  bind(remarkRoute, remark),
  bind(setRemarkRoute, setRemark),
  bind(fixRemarkRoute, fixRemark),
  bind(acceptRemarkRoute, acceptRemark),
  bind(returnRemarkRoute, returnRemark),
];
