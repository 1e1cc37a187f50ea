package io.github.mgsjaxrs.quickstart;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** KooGallery's result codes, as far as the seller's resource gives them. */
enum ResultCode {
  SUCCESS("000000"),
  PARAMETER("000002"),
  NO_INSTANCE("000003");

  private final String code;

  ResultCode(String code) {
    this.code = code;
  }

  /** The beginning of an answer. */
  JsonObjectBuilder answer(String message) {
    return Json.createObjectBuilder().add("resultCode", code).add("resultMsg", message);
  }
}
