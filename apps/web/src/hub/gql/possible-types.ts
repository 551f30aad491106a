
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "ConfirmServiceStatusResult": [
      "GoodUntilPassed",
      "IdempotencyKeyReused",
      "NotYourService",
      "ServiceNotFound",
      "ServiceStatusConfirmed"
    ],
    "EndMembershipResult": [
      "IdempotencyKeyReused",
      "MembershipEnded",
      "MembershipNotFound"
    ],
    "Refusal": [
      "DemoNotOffered",
      "GoodUntilPassed",
      "IdempotencyKeyReused",
      "InvalidCapacity",
      "InvalidTime",
      "LinkNotValid",
      "MembershipNotFound",
      "NotYourService",
      "ServiceNotFound",
      "TextTooLong"
    ],
    "ReportServiceStatusResult": [
      "IdempotencyKeyReused",
      "InvalidCapacity",
      "InvalidTime",
      "NotYourService",
      "ServiceNotFound",
      "ServiceStatusReported",
      "TextTooLong"
    ],
    "SignInResult": [
      "DemoNotOffered",
      "LinkNotValid",
      "SignedIn"
    ]
  }
};
      export default result;
    