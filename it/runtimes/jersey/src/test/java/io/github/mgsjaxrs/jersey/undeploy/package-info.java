/** Applications that come and go in one servlet container. */
package io.github.mgsjaxrs.jersey.undeploy;
